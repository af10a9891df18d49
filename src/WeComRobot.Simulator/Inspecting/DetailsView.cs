using System.Collections.Generic;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>What the page says of a message besides drawing it.</summary>
/// <param name="Body">The request body, over several lines if it is JSON.</param>
/// <param name="Mistake">Where it stops being JSON; null if it is JSON, or not even UTF-8.</param>
/// <param name="Sizes">What has a limit in it.</param>
/// <param name="Warnings">What the adviser warns of.</param>
/// <param name="Error">Why the adviser's tool would not send it; null if it would.</param>
/// <param name="Script">The PowerShell that sends it; null if the adviser's tool would not send it.</param>
internal sealed record DetailsView(
    string Body, JsonMistake? Mistake, IReadOnlyList<PayloadSize> Sizes, IReadOnlyList<string> Warnings, string? Error, string? Script)
{
    /// <summary>The request without its body; null for a message that was not sent.</summary>
    public string? Request { get; init; }

    /// <summary>What its sender gets; null if the connection breaks instead.</summary>
    public string? Response { get; init; }

    /// <summary>The key that came in, if it is not one of this simulator's: empty if there was none.</summary>
    public string? UnknownKey { get; init; }

    /// <summary>The uploaded file; null if there is none.</summary>
    public UploadView? Upload { get; init; }
}

/// <summary>A file that was uploaded, or that was refused.</summary>
/// <param name="Type">The type in the query: <c>file</c> or <c>voice</c>, if it is right.</param>
/// <param name="Name">The name of the file; null if the request has none.</param>
/// <param name="Size">Its length in bytes; null if the request has none.</param>
/// <param name="MediaId">Its media_id; null if it was refused.</param>
internal sealed record UploadView(string Type, string? Name, int? Size, string? MediaId);
