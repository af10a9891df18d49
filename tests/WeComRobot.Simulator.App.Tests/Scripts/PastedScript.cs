using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using WeComRobot.Simulator.App.Advice;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>A payload's script that a user of some language has pasted, and what came of it. What has none is sent as it is.</summary>
/// <param name="Payload">The payload that it was written for.</param>
/// <param name="FileName">The name of the file that it sends; null if the page does not know it.</param>
/// <param name="Language">The user's language.</param>
/// <param name="Webhook">The robot.</param>
/// <param name="Advice">What the page says about the payload.</param>
internal sealed record PastedScript(string Payload, string? FileName, string Language, Uri Webhook, MessageAdvice Advice)
{
    /// <summary>An editor on Windows has saved the Chinese one.</summary>
    public string Script => Language == "en" ? Text : Text.Replace("\n", "\r\n");

    /// <summary>The warnings that PowerShell wrote.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The errors that PowerShell wrote.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The messages that the robot received.</summary>
    public IReadOnlyList<ReceivedMessage> Received { get; init; } = [];

    public static IEnumerable<PastedScript> For(string payload, Uri english, Uri chinese, string? fileName = null) =>
        from user in new[] { (Language: "en", Webhook: english), (Language: "zh-Hans", Webhook: chinese) }
        select new PastedScript(payload, fileName, user.Language, user.Webhook, new ModuleAdviser().Advise(payload, fileName, user.Webhook, CultureInfo.GetCultureInfo(user.Language)));

    private string Text => Advice.Script ?? $"@'\n{Payload}\n'@ | Send-WeComMessage -Robot '{Webhook.AbsoluteUri}'";

    /// <summary>All that a failed test needs to show.</summary>
    public override string ToString() =>
        $"{Payload}\n\n{Script}\n\n{string.Join("\n", Received.Select(message => message.Body).Concat(Warnings).Concat(Errors))}";
}
