// What every page but the Lab starts: the theme, and tables that sort.

import './theme.js';
import { sortable } from './table.js';

sortable(document.body);
