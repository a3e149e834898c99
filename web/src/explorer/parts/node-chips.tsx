import { nodePath } from '../lib/address';
import { type Kind, kindOfId } from '../lib/kinds';
import { Link } from '../lib/link';
import './answer.css';
import { Mark } from './mark';
import { SearchBox } from './search-box';

interface Props {
  label: string;
  nodes: { id: string; name: string }[];
  kinds?: Kind[];
  most: number;
  add: string;
  hint: string;
  remove: (name: string) => string;
  /** At least so many stay. */
  least?: number;
  onChoose: (ids: string[]) => void;
}

/** Chosen nodes, each with a button that takes it away, and a search box for one more. */
export function NodeChips({ label, nodes, kinds, most, add, hint, remove, least = 0, onChoose }: Props) {
  const ids = nodes.map(({ id }) => id);
  return (
    <div className="chips" role="group" aria-label={label}>
      {nodes.map(({ id, name }) => (
        <span key={id} className="chip">
          <Mark kind={kindOfId(id).kind} />
          <Link to={nodePath(id)}>{name}</Link>
          {nodes.length > least && (
            <button type="button" aria-label={remove(name)} onClick={() => onChoose(ids.filter((each) => each !== id))}>
              <span aria-hidden="true">×</span>
            </button>
          )}
        </span>
      ))}
      {nodes.length < most && <SearchBox kinds={kinds} label={add} hint={hint} onChoose={({ id }) => !ids.includes(id) && onChoose([...ids, id])} />}
    </div>
  );
}
