/** A name in camelCase as the command has it: countBackups becomes count-backups. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
