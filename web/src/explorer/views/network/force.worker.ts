import { force, type ForceTask } from './force';

/** Off the page's own thread, so that it stays calm while the layout settles. */
self.onmessage = ({ data }: MessageEvent<ForceTask>) => self.postMessage([...force(data)]);
