import './explorer.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { setRoot } from './lib/address';

const root = document.getElementById('root')!;
setRoot(root.dataset.root ?? './');
createRoot(root).render(<App />);
