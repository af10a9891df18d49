using System;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Drawing;

/// <summary>The addresses in Markdown that become links and pictures (service.md#addresses). The page's web.js reads all others by the same rule.</summary>
internal static partial class WebAddress
{
    /// <summary>The complete address; null if it is not one of the web.</summary>
    public static string? Complete(string? text)
    {
        var match = Written().Match(text ?? "");
        var scheme = match.Groups["scheme"].Success ? match.Groups["scheme"].Value : "http";
        return match.Success && Uri.TryCreate($"{scheme}://{match.Groups["rest"].Value}", UriKind.Absolute, out var address)
            && address.Host.Length > 0 ? address.AbsoluteUri : null;
    }

    [GeneratedRegex(@"^(?:(?<scheme>https?):[/\\]*(?=[^/\\])|(?=[^\s/\\?#:@]+\.[^\s/\\?#:@]+(?:[/?#:]|$)))(?<rest>[^\p{C}\s]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
