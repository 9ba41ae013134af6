import { createContext } from 'react';

/** The dialog around a field. Lists that pop up belong into it: not cut off by its scrolling, not outside of it either. */
export const DialogGround = createContext<HTMLElement | null>(null);
