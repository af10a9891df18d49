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
    string Body, JsonMistake? Mistake, IReadOnlyList<PayloadSize> Sizes, IReadOnlyList<string> Warnings, string? Error, string? Script);
