using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>Who uses whom.</summary>
/// <param name="uses">For each name, the names that it uses.</param>
internal sealed class Graph(IReadOnlyDictionary<string, HashSet<string>> uses)
{
    /// <summary>Each use: who, and whom.</summary>
    public IEnumerable<(string From, string To)> Uses => uses.SelectMany(user => user.Value, (user, used) => (user.Key, used));

    /// <summary>The same, with several names seen as one; what is used inside of one does not count.</summary>
    public Graph GroupBy(Func<string, string> group) => new(uses
        .GroupBy(user => group(user.Key))
        .ToDictionary(one => one.Key, one => one.SelectMany(user => user.Value).Select(group).Where(used => used != one.Key).ToHashSet()));

    /// <summary>For each name that is reached from itself, the shortest way around: "a → b → a". A circle is told once.</summary>
    public IReadOnlyList<string> FindCircles()
    {
        var told = new HashSet<string>();
        return
        [
            .. from start in uses.Keys.Order(StringComparer.Ordinal)
               where !told.Contains(start)
               let circle = FindWayBack(start)
               where circle is not null
               where circle.FindAll(told.Add).Count > 0
               select string.Join(" → ", circle),
        ];
    }

    private List<string>? FindWayBack(string start)
    {
        var cameFrom = new Dictionary<string, string>();
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var next in uses.GetValueOrDefault(at, []).Order(StringComparer.Ordinal))
            {
                if (next == start)
                {
                    List<string> way = [start];
                    for (var back = at; back != start; back = cameFrom[back])
                    {
                        way.Insert(0, back);
                    }

                    return [start, .. way];
                }

                if (cameFrom.TryAdd(next, at))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }
}
