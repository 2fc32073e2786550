# Completion of bayan-indexer and bayan-searcher for bash. The programs know their options, values,
# fields and the names in the index; this asks them.
_bayan_complete() {
  local line=${COMP_LINE:0:COMP_POINT} word reply broken=
  local -a words
  read -a words <<<"$line" # without -r: «\ » within a word is a blank
  [[ $line == *' ' && $line != *'\ ' ]] && words+=('')
  word=${words[-1]}
  # bash completes only what stands behind the last = or : of a word.
  [[ $word == *[=:]* && $COMP_WORDBREAKS == *[=:]* ]] && broken=${word%"${word##*[=:]}"}
  COMPREPLY=()
  while IFS= read -r reply; do
    case $reply in
      :files) compopt -o default ;;
      :folders) compopt -o dirnames ;;
      *)
        reply=${reply%%$'\t'*}
        case $reply in *[=:]) compopt -o nospace ;; esac
        reply=${reply#"$broken"}
        case $reply in *[\ \"]*) reply=$(printf '%q' "$reply") ;; esac
        COMPREPLY+=("$reply")
        ;;
    esac
  done < <("${words[0]}" --complete "${words[@]:1}" 2>/dev/null)
}
complete -F _bayan_complete bayan-indexer bayan-searcher
