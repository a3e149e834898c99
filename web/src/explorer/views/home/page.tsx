import { nodePath } from '../../lib/address';
import { dateWords } from '../../lib/dates';
import { kindLook } from '../../lib/kinds';
import { Link } from '../../lib/link';
import { useTitle } from '../../lib/title';
import { useAnswer } from '../../lib/use-answer';
import { Mark } from '../../parts/mark';
import { SearchBox } from '../../parts/search-box';
import { Failure, Skeleton } from '../../parts/states';
import { Table } from '../../parts/table';
import { common, count, number } from '../../text/common';
import { home as t } from '../../text/home';
import { newestRoster } from '../entity/lead';
import { byMembers, type Card, disagreeCard, type HomeData, mostCard, type NetworkLine } from './answers';
import './home.css';
import { HOME } from './query';
import { usePathCard } from './path';
import { useSharedCard } from './shared';

/** The first page: the search, live answers, what the graph covers and what it does not. */
export default function Home() {
  useTitle('');
  const asked = useAnswer<HomeData>({ query: HOME });
  return (
    <div className="home">
      <section className="hero">
        <h1>{t.title}</h1>
        <p className="quiet">{t.intro}</p>
        <SearchBox large hint={common.search.hint} />
        {asked.state === 'ready' && <TryThese data={asked.answer.data} />}
      </section>
      {asked.state === 'waiting' && <Skeleton lines={10} slow={asked.slow} />}
      {asked.state === 'failed' && <Failure error={asked.error} again={asked.again} />}
      {asked.state === 'ready' && <Below data={asked.answer.data} />}
    </div>
  );
}

/** A city and two networks with much on record, as first steps. */
function TryThese({ data }: { data: HomeData }) {
  const nodes = [...data.cities.edges.slice(0, 2), ...data.networks.edges.slice(0, 2)].map(({ node }) => node);
  if (nodes.length === 0) return null;
  return (
    <p className="small try">
      <span className="quiet">{t.tryThese}</span>
      {nodes.map(({ id, name }) => (
        <Link key={id} to={nodePath(id)}>
          {name}
        </Link>
      ))}
    </p>
  );
}

function Below({ data }: { data: HomeData }) {
  const shared = useSharedCard(data);
  const path = usePathCard(data);
  const cards = [shared, disagreeCard(data), path === null ? mostCard(data) : path].filter((each): each is Card => Boolean(each));
  return (
    <>
      {cards.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t.answers}</h2>
          <ul className="cards-row">
            {cards.map((card) => (
              <li key={card.kicker} className="card">
                <p className="small quiet">{card.kicker}</p>
                <p className="finding">{card.sentence}</p>
                {card.detail && <p className="small quiet">{card.detail}</p>}
                <Link to={card.to} aria-label={`${t.openAnswer}: ${card.sentence}`}>
                  {t.openAnswer}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Coverage data={data} />
    </>
  );
}

function Coverage({ data }: { data: HomeData }) {
  const { dataset, networks } = data;
  const lines = byMembers(networks.edges.map(({ node }) => node));
  const total = (counts: { count: number }[]) => counts.reduce((sum, each) => sum + each.count, 0);
  const status = (wanted: string) => lines.filter((each) => best(each) === wanted).length;
  return (
    <section aria-labelledby="covers" className="covers">
      <div>
        <h2 id="covers">{t.covers}</h2>
        <p>{t.coversText(total(dataset.nodeCounts), total(dataset.edgeCounts))}</p>
        <ul className="counts">
          {dataset.nodeCounts.map(({ kind, count: n }) => (
            <li key={kind} className="kind">
              <Mark kind={kind} size={16} /> {count(n, kindLook(kind).one, kindLook(kind).many)}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{t.not}</h2>
        <ul className="nots">
          <li>{t.notTexts.lists(status('COMPLETE'), status('PARTIAL'), lines.length - status('COMPLETE') - status('PARTIAL'))}</li>
          <li>{t.notTexts.silence}</li>
        </ul>
      </div>
      <div className="wide">
        <h2>{t.networks}</h2>
        <p className="small quiet">{t.membersNote}</p>
        <Table
          what={t.networksWord}
          rows={lines}
          rowKey={({ id }) => id}
          first={12}
          columns={[
            { label: t.columns.network, cell: ({ id, name }) => <Link to={nodePath(id)}>{name}</Link> },
            { label: t.columns.members, number: true, cell: ({ members }) => number(members.totalCount) },
            { label: t.columns.list, cell: newestList },
          ]}
        />
      </div>
    </section>
  );
}

/** The best that is known of any list that covers everybody. */
function best({ rosters }: NetworkLine): string {
  const all = rosters.filter(({ scope }) => scope === 'all').map(({ status }) => status);
  return all.includes('COMPLETE') ? 'COMPLETE' : all.includes('PARTIAL') ? 'PARTIAL' : 'UNKNOWN';
}

function newestList({ rosters }: NetworkLine): string {
  const newest = newestRoster(rosters);
  if (!newest) return t.noList;
  return [newest.date ? dateWords(newest.date) : '', newest.count === null ? '' : `${number(newest.count)} names`, t.listWords[newest.status]].filter(Boolean).join(', ');
}
