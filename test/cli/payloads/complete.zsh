# Types lines into an interactive zsh with Tab behind them, and prints what it shows of each, ended by a NUL:
# zsh -f complete.zsh SCRIPT LINE…
zmodload zsh/zpty
script=$1
shift
zpty shell zsh -f -i
for line in \
  'PROMPT= COLUMNS=200 LINES=200 LISTMAX=10000; unsetopt list_ambiguous' \
  "autoload -Uz compinit; compinit -u -D; source ${(q)script}" \
  '_mark() { print -r -- "@@"END }; zle -N _mark; bindkey "^G" _mark' \
  'print -r -- "@@"END'; do
  zpty -w shell $line
done
until-end() {
  local part
  screen=
  while zpty -r shell part; do
    screen+=$part
    [[ $screen == *@@END* ]] && break
  done
}
until-end
for line in "$@"; do
  zpty -n -w shell $'\x15'"$line"$'\t\x07'
  until-end
  print -rn -- "$screen"$'\0'
done
