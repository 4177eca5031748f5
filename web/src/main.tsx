import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { guardHistory } from '@web/layout/neutral-address';
import '@web/theme/fonts.css';
import { makeApp } from './App';

guardHistory();
createRoot(document.getElementById('root') as HTMLElement).render(<StrictMode>{makeApp()}</StrictMode>);
