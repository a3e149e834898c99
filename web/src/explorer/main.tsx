import './explorer.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { setRoot } from './lib/address';

// The address changes without the page being loaded again, and the icon's is relative to it.
for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel=icon]')) icon.href = icon.href;

const root = document.getElementById('root')!;
setRoot(root.dataset.root ?? './');
createRoot(root).render(<App />);
