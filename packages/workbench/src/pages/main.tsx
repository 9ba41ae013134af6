import { createRoot } from 'react-dom/client';
import './styles/base.css';
import './styles/teams.css';
import './styles/cards.css';
import './styles/extension.css';
import './styles/confluence.css';
import './styles/wiki-page.css';
import { Workbench } from './workbench.tsx';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Workbench />);
