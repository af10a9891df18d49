using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary>Reads what is kept of a request besides its body.</summary>
internal static partial class RequestLine
{
    /// <param name="request">The request.</param>
    /// <param name="isKnown">Whether its key is one of this simulator's.</param>
    public static ReceivedRequest Read(HttpRequest request, bool isKnown)
    {
        var target = request.GetEncodedPathAndQuery();
        var key = request.Query["key"].ToString();
        return new(
            request.Method,
            isKnown ? target : HideRealKey(target),
            isKnown ? key : HideRealKey(key),
            request.ContentType,
            request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null);
    }

    // A key of another form is a typing error to find; one of this form may be a real robot's, which came here by mistake
    private static string HideRealKey(string text) => Rest().Replace(text, "…");

    [GeneratedRegex("(?<=[0-9a-z]{8}-)(?:[0-9a-z]{4}-){3}[0-9a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Rest();
}
