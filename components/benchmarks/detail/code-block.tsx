import { ScrollRegion } from "@/components/table/scroll-region";
import { classNames } from "@/components/ui/class-names";

/** Code, or words that are kept as they are broken into lines. */
export function CodeBlock({ label, text, isProse }: { label: string; text: string; isProse?: boolean }) {
  return (
    <ScrollRegion label={label} className="max-h-90 overflow-y-auto rounded-md border border-line bg-sunken px-3 py-2">
      <pre className={classNames(isProse === true && "font-sans text-sm whitespace-pre-wrap")}>{text.trimEnd()}</pre>
    </ScrollRegion>
  );
}
