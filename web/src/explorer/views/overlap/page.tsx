import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { go, nodePath, useAddress, writeAddress } from '../../lib/address';
import { Link } from '../../lib/link';
import { useTitle } from '../../lib/title';
import { useWidth } from '../../lib/use-width';
import { FactButton } from '../../parts/fact-sheet';
import { Guard } from '../../parts/guard';
import { SourceList } from '../../parts/source-list';
import { Empty, Failure, Skeleton } from '../../parts/states';
import { TakeRow } from '../../parts/take-row';
import { common } from '../../text/common';
import { overlap as t } from '../../text/overlap';
import { Chooser } from './chooser';
import { OverlapDrawing } from './drawing';
import { Members } from './members';
import './overlap.css';
import { useOpening } from './start';
import { type Chosen, paramsOf, readChosen } from './state';
import { allSources, takeOf } from './take';
import { type Loaded, useOverlap } from './use-overlap';
import { caveats, leftOut, rosterWords, sentence, sizeWords } from './words';

type Choose = (next: Chosen, how?: { replace: boolean }) => void;

/** What groups share: pair by pair, all at once, and who it is. */
export default function OverlapPage() {
  const { params, embed } = useAddress();
  const text = params.toString();
  const beside = params.get('with');
  const start = useOpening(!params.has('groups'), beside);
  const chosen = useMemo(() => readChosen(new URLSearchParams(text), start.groups ?? []), [text, start.groups?.join()]);
  const { recorded, asked, loaded, stale } = useOverlap(chosen);
  // Written anew each time, so that the same choice has the same address however it was made.
  const choose: Choose = useCallback((next, how) => go(writeAddress('/overlap', paramsOf(next)), how), []);
  const nameOf = (id: string) => recorded.find((each) => each.id === id)?.name ?? id;
  useTitle(loaded ? t.title(loaded.model.groups.map(({ name }) => name)) : t.question);
  const opens = !params.has('groups');
  const failed = opens && start.failed ? start.failed : asked.state === 'failed' ? asked : null;
  const body: ReactNode = loaded ? (
    <Body loaded={loaded} chosen={chosen} stale={stale} embed={embed} onChoose={choose} />
  ) : chosen.groups.length < 2 && !(opens && !start.groups) ? (
    <Empty>{!opens ? t.none : beside ? t.noneBeside : t.noStart}</Empty>
  ) : (
    !failed && <Skeleton lines={12} slow={(opens && start.slow) || (asked.state === 'waiting' && asked.slow)} />
  );
  const trouble = failed && <Failure error={failed.error} again={failed.again} />;
  if (embed) return <>{trouble || body}</>;
  return (
    <div className={stale ? 'ovl ovl-stale' : 'ovl'}>
      <h1>{t.question}</h1>
      {opens && start.groups && start.groups.length > 0 && <p className="ovl-opening small quiet">{beside ? t.openingBeside(nameOf(beside), start.among) : t.opening(start.groups.length, start.among)}</p>}
      <Chooser chosen={chosen} recorded={recorded} ready={!stale} onChoose={choose} />
      {trouble}
      <Guard>{body}</Guard>
    </div>
  );
}

interface BodyProps {
  loaded: Loaded;
  chosen: Chosen;
  stale: boolean;
  embed: boolean;
  onChoose: Choose;
}

function Body({ loaded, chosen, stale, embed, onChoose }: BodyProps) {
  const { model } = loaded;
  const said = sentence(model);
  const picture = <Picture loaded={loaded} chosen={chosen} said={said} embed={embed} onChoose={onChoose} />;
  if (embed) {
    return (
      <>
        <h1 className="ovl-embed">{t.title(model.groups.map(({ name }) => name))}</h1>
        <p className="small">{said}</p>
        {picture}
      </>
    );
  }
  return (
    <div aria-busy={stale}>
      <p className="ovl-lead">{said}</p>
      <TakeRow take={takeOf(loaded, chosen, said)} />
      {picture}
      <div className="ovl-below">
        <Members model={model} selected={chosen.selected} onEverybody={() => onChoose({ ...chosen, selected: null })} />
        <div className="ovl-two">
          <section aria-labelledby="ovl-means">
            <h2 id="ovl-means">{t.means.title}</h2>
            <Lines all={caveats(model)} />
          </section>
          <section aria-labelledby="ovl-left">
            <h2 id="ovl-left">{t.left.title}</h2>
            <Lines all={leftOut(model)} />
          </section>
        </div>
        <Lists loaded={loaded} />
        <SourceList heading={t.sources} all={allSources(model)} />
      </div>
    </div>
  );
}

function Picture({ loaded, chosen, said, embed, onChoose }: Omit<BodyProps, 'stale'> & { said: string }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [words, setWords] = useState<string | null>(null);
  const pointing = {
    selected: chosen.selected,
    onSelect: (selected: NonNullable<Chosen['selected']>) => !embed && onChoose({ ...chosen, selected }),
    onPoint: setWords,
  };
  return (
    <figure className="ovl-figure">
      <div ref={box}>{width > 0 && <OverlapDrawing model={loaded.model} measure={chosen.measure} width={width} pointing={pointing} label={t.picture.label(said)} />}</div>
      <figcaption className="ovl-reading small quiet">{words ? `${words}.` : embed ? '' : `${t.picture.choose} ${t.chooser.measureLong[chosen.measure]} ${t.picture.matrixHelp} ${t.picture.orderNote}`}</figcaption>
    </figure>
  );
}

function Lines({ all }: { all: string[] }) {
  return (
    <ul className="ovl-list small">
      {all.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** The lists that stand behind the sizes, each with its source. */
function Lists({ loaded: { model } }: { loaded: Loaded }) {
  return (
    <section aria-labelledby="ovl-lists">
      <h2 id="ovl-lists">{t.left.rosters}</h2>
      <ul className="ovl-list small">
        {model.groups.map((group) => (
          <li key={group.id}>
            <Link to={nodePath(group.id)}>{group.name}</Link>: {t.roster.fromList(sizeWords(group, t.members) + (group.fellOut ? t.roster.fell(group.fellOut) : ''), rosterWords(group, model.date))}
            {group.roster && (
              <>
                {' · '}
                <FactButton of={group.id} about={group.name}>
                  {common.fact.sources(group.roster.sources.length)}
                </FactButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
