/** Width and margins of every record's page. */
export const PAGE = 'mx-auto w-full max-w-[90rem] px-3 pb-16 sm:px-5';

/** Takes in the lower margin of the page, for columns that stay in the window until its end; what scrolls keeps it. */
export const TO_PAGE_END = { frame: '-mb-16', scrolled: 'pb-16' } as const;
