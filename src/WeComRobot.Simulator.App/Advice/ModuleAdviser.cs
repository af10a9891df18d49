using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using WeComRobot.Reference;
using WeComRobot.Simulator.App.Scripts;

namespace WeComRobot.Simulator.App.Advice;

/// <summary>Says what the module says about a message, as it is on the wire, and writes the PowerShell that sends it.</summary>
public sealed class ModuleAdviser : IMessageAdviser
{
    // The library's advice, in the words of the module
    private static readonly ResourceManager ModuleWords = new("WeComRobot.CommandStrings", typeof(ModuleAdviser).Assembly);

    static ModuleAdviser() => WeComRobot.Advice.OwnWords = ModuleWords.GetString;

    /// <inheritdoc/>
    public MessageAdvice Advise(string payload, string? fileName, Uri webhook, CultureInfo language) =>
        InLanguage(language, () => GetAdvice(payload, fileName, webhook));

    /// <inheritdoc/>
    public string? GetRemedy(int errorCode, string errorMessage, CultureInfo language) =>
        InLanguage(language, () => ErrorCodes.Explain(errorCode, errorMessage) is { IsKnown: true } known ? known.Remedy : null);

    private static MessageAdvice GetAdvice(string payload, string? fileName, Uri webhook)
    {
        Message message;
        try
        {
            message = MessageJson.Parse(payload);
        }
        catch (WeComException refusal)
        {
            return new() { Error = Explain(refusal) };
        }

        var (warnings, error) = Check(message);
        return new()
        {
            Warnings = [.. ReadingCheck.Find(message).Select(finding => finding.Text), .. warnings],
            Error = error,
            Script = error is null ? MessageScript.Write(message, fileName, webhook) : null,
        };
    }

    private static (IEnumerable<string> Warnings, string? Error) Check(Message message)
    {
        try
        {
            return message is ContentMessage content && OverflowPlan.For(content, new() { IsRaw = true }) is { Messages.Count: > 1 and var parts }
                ? ([ScriptStrings.InParts.With(parts)], null)
                : (MessageCheck.ThrowIfInvalid(message).Select(finding => finding.Text), null);
        }
        catch (WeComException refusal)
        {
            return ([], Explain(refusal));
        }
    }

    // Without the words that the message cannot be sent, which the page says itself
    private static string Explain(WeComException refusal) => refusal is InvalidMessageException { Errors: var errors, Remedy: var remedy }
        ? errors.Select(error => error.Text).Append(remedy).OfType<string>().Aggregate(TextFormat.Then)
        : refusal.Message;

    /// <summary>Runs work whose texts are in the language of the thread.</summary>
    private static T InLanguage<T>(CultureInfo language, Func<T> work)
    {
        var own = CultureInfo.CurrentUICulture;
        // The invariant culture has the English texts, also where there are no others
        CultureInfo.CurrentUICulture = language.Name.StartsWith("zh", StringComparison.Ordinal)
            ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.InvariantCulture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
    }
}
