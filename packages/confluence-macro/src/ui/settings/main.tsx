import '../styles/macro.css';
import { start } from '../host/start.tsx';
import { SitePage } from './site-page.tsx';

void start(() => <SitePage />);
