using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Alerts;

/// <summary>Checks an alert before it is counted: a mistake must not wait for the first critical one.</summary>
internal static class AlertCheck
{
    /// <returns>The warnings about what will not read as meant.</returns>
    /// <exception cref="WeComException">
    /// InvalidMessage: the title or the key is blank, nobody can open a link, the format cannot mention somebody, or a card has no URL; or
    /// what else refuses its message.
    /// </exception>
    public static IReadOnlyList<Finding> Run(Alert alert)
    {
        RefuseIf(alert.Title.Length == 0, Strings.AlertTitleEmpty);
        RefuseIf(alert.Key.Length == 0, Strings.AlertKeyEmpty);
        RefuseIf(alert.Format == AlertFormat.Card && alert.Url is null, Strings.AlertCardUrl, nameof(Strings.AdviseAlertUrl));
        CheckMentions(alert);
        AlertLink.Check(alert.Url);
        if (alert.Format == AlertFormat.Markdown)
        {
            foreach (var row in alert.Fields.Where(AlertRow.HasLink))
            {
                AlertLink.Check(row.Url);
            }
        }

        var mentioning = alert with { Mentions = alert.Mentions with { From = AlertSeverity.Info } };
        return new AlertComposer(alert.Format, TimeProvider.System).Compose(AlertNotices.ForFiring(mentioning, new(), TimeProvider.System)).Notices;
    }

    private static void CheckMentions(Alert alert)
    {
        var mentions = alert.Mentions;
        RefuseIf(
            alert.Format == AlertFormat.Card && mentions is { Users.Count: > 0 } or { Mobiles.Count: > 0 } or { Everybody: true },
            Strings.AlertCardMention, nameof(Strings.AdviseAlertAsText));
        RefuseIf(
            alert.Format == AlertFormat.Markdown && mentions is { Mobiles.Count: > 0 } or { Everybody: true },
            Strings.AlertMarkdownMention, nameof(Strings.AdviseAlertAsText));
    }

    private static void RefuseIf(bool isWrong, string text, string? advice = null)
    {
        if (isWrong)
        {
            throw new WeComException(FailureCause.InvalidMessage, text, advice is null ? null : Advice.Get(advice));
        }
    }
}
