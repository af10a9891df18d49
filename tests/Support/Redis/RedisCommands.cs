using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>Which commands are of a kind, as the server itself says.</summary>
internal sealed class RedisCommands
{
    private RedisCommands(IEnumerable<object?[]> commands)
    {
        Writes = NamesOf(commands.Where(command => Has(command, Flags, "write") || Has(command, Categories, "@scripting")));
        NotWhileLoading = NamesOf(commands.Where(command => !Has(command, Flags, "loading")));
    }

    /// <summary>Commands that change something, and scripts.</summary>
    public IReadOnlySet<string> Writes { get; }

    /// <summary>Commands that a server refuses while it reads its data.</summary>
    public IReadOnlySet<string> NotWhileLoading { get; }

    // Where the answer to COMMAND has them
    private const int Flags = 2;
    private const int Categories = 6;

    public static async Task<RedisCommands> AskAsync(RedisServer server) =>
        new([.. ((object?[])(await server.CommandAsync("COMMAND"))!).Select(command => (object?[])command!)]);

    private static bool Has(object?[] command, int place, string word) => ((object?[])command[place]!).Contains(word);

    private static HashSet<string> NamesOf(IEnumerable<object?[]> commands) =>
        commands.Select(command => (string)command[0]!).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
