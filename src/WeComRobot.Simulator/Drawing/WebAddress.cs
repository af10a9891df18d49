using System;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Drawing;

/// <summary>The addresses that become links and pictures: only those of the web.</summary>
internal static partial class WebAddress
{
    /// <summary>
    /// The complete address; null if it is not one of the web. As browsers do, takes <c>https:host</c> as <c>https://host</c>:
    /// a link of the official sample is written so. A host may lack its scheme, as in the sample of news.
    /// </summary>
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
