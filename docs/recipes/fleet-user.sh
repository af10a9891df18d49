#!/bin/sh
# Makes the user of a fleet in its Redis, with the least rights, and prints the user's password: a new one, or that in FLEET_PASSWORD.
# Arguments are those of redis-cli, as -h redis.example.com -p 6380 --tls; an administrator's password is in REDISCLI_AUTH.
set -e
name=${FLEET_USER:-wecom}
prefix=${FLEET_PREFIX:-wecom:}

password=${FLEET_PASSWORD:-$(redis-cli "$@" ACL GENPASS)}
case $password in
    *' '*)
        # It is what Redis answers in place of one
        printf '%s\nIs there an administrator password for REDISCLI_AUTH?\n' "$password" >&2
        exit 1
        ;;
esac

# On the command line, which others may read, is only its hash
hash=$(printf %s "$password" | sha256sum | cut -d ' ' -f 1)

# Its own keys, no channels. The first line is what messages need; the second is how the client finds the primary, and who it is there
answer=$(redis-cli "$@" ACL SETUSER "$name" reset on "#$hash" "~$prefix*" resetchannels \
    +@read +@write -@dangerous +eval +evalsha '+script|load' +time \
    +ping +echo +info '+client|id' '+client|setname' '+cluster|nodes' '+cluster|slots' '+acl|whoami' +select)
if [ "$answer" != OK ]; then
    printf '%s\n' "$answer" >&2
    exit 1
fi
printf '%s\n' "$password"
