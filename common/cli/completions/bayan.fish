# Completion of bayan-indexer and bayan-searcher for fish. The programs know their options, values,
# fields and the names in the index; this asks them.
function __bayan_complete
    set -l words (commandline -opc) (commandline -ct)
    for reply in ($words[1] --complete $words[2..-1] 2>/dev/null)
        switch $reply
            case :files
                __fish_complete_path (commandline -ct)
            case :folders
                __fish_complete_directories (commandline -ct)
            case '*'
                echo $reply
        end
    end
end
complete -c bayan-indexer -f -a '(__bayan_complete)'
complete -c bayan-searcher -f -a '(__bayan_complete)'
