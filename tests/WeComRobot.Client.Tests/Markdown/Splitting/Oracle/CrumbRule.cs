using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Hardly ever would two neighbours together not fill a quarter of a part: messages are counted, and crumbs are hard to read.</summary>
internal static class CrumbRule
{
    public static string? Problem(int limit, IReadOnlyList<string> parts)
    {
        var sizes = parts.Select(Encoding.UTF8.GetByteCount).ToArray();
        var crumbs = sizes.Zip(sizes.Skip(1)).Count(pair => (pair.First + pair.Second) * 4 < limit);

        // A heading or a span that must stay with what follows may leave one behind
        return crumbs > 1 + (parts.Count / 10) ? $"crumbs: {crumbs} in {parts.Count} parts" : null;
    }
}
