using System;
using System.Globalization;

namespace WeComRobot.Simulator;

/// <summary>
/// Says what a sender's tool would say about a message. The page shows it beside what the service's rules say. The simulator has no
/// adviser of its own, because it shares no code with any client.
/// </summary>
public interface IMessageAdviser
{
    /// <summary>Says what the tool would make of a payload.</summary>
    /// <param name="payload">The body of a post to <c>send</c>, which need not be valid JSON.</param>
    /// <param name="fileName">The name of the file that the message sends, if it was uploaded here; else null.</param>
    /// <param name="webhook">The webhook that the script shall post to.</param>
    /// <param name="language">The language of the texts.</param>
    MessageAdvice Advise(string payload, string? fileName, Uri webhook, CultureInfo language);

    /// <summary>Says what to do about an errcode; null if it is not known.</summary>
    /// <param name="errorCode">The errcode of the response.</param>
    /// <param name="errorMessage">The errmsg of the response.</param>
    /// <param name="language">The language of the text.</param>
    string? GetRemedy(int errorCode, string errorMessage, CultureInfo language);
}
