/** Three strands of one execution. */
export function Logo() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d="M2 4.5h5.5L11 9h5" fill="none" stroke="var(--next)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      <path
        d="M2 13.5h5.5L11 9"
        fill="none"
        stroke="var(--concise)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M2 9h4" fill="none" stroke="var(--codeexecutor)" strokeWidth="2" strokeLinecap="round" />
      <circle cx="14.5" cy="9" r="2.5" fill="var(--accent)" />
    </svg>
  );
}
