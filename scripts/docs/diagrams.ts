import { instance } from "@viz-js/viz";
import { escapeHtml, type Html, trusted } from "./html.ts";

/** Draws the text of a diagram, named by its file; `label` describes the picture for screen readers. */
export type Draw = (file: string, source: string, label: string) => Html;

/** Diagrams become SVG inside the page, where the style sheet of the site colours them. */
export async function createDraw(): Promise<Draw> {
  const viz = await instance();
  return (file, source, label) => {
    if (file.endsWith(".svg")) return labelled(source, label);
    return labelled(viz.renderString(source, { format: "svg" }), label);
  };
}

/** Names the picture, and takes out what the page does better: titles of parts, ids, colours and typefaces. */
function labelled(text: string, label: string): Html {
  const svg = text.slice(text.indexOf("<svg"));
  const viewBox = /viewBox="([^"]*)"/.exec(svg)?.[1];
  if (viewBox === undefined) throw new Error(`the diagram "${label}" has no viewBox`);
  const width = Math.round(Number(viewBox.trim().split(/[ ,]+/)[2]));
  const opening = `<svg class="diagram" role="img" aria-label="${escapeHtml(label)}" viewBox="${viewBox}" width="${width}" xmlns="http://www.w3.org/2000/svg">`;
  return trusted(
    svg
      .replace(/<svg[^>]*>/, opening)
      .replace(/<!--[\s\S]*?-->|<title>[\s\S]*?<\/title>|<style>[\s\S]*?<\/style>/g, "")
      .replace(/ (id|font-family|stroke|fill)="(?!none")[^"]*"/g, "")
      .replace(/\n\s*\n/g, "\n")
      .trim(),
  );
}
