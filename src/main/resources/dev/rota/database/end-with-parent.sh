exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
(
    read -r _ <&3
    kill -INT "$child"
    for second in 1 2 3 4 5 6; do
        sleep 1
        kill -0 "$child" 2>/dev/null || exit
    done
    kill -QUIT "$child"
) &
watch=$!
exec 3<&-
wait "$child"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
