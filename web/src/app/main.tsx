import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './Console';
import { startLanguage } from './language';
import './console.css';
import './shell/shell.css';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element "root"');
}
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
