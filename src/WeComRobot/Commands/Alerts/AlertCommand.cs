using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Binding;
using WeComRobot.Fleet;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>The parameters of all cmdlets that tell groups of alerts: how they look, and whom they mention (architecture.md#alerts).</summary>
public abstract class AlertCommand : RobotCommand
{
    private AlertClient? _alerts;

    /// <summary>
    /// How much it matters: Critical, Warning (the default) or Info. It decides about colour and sign, whom it mentions, and whether quiet
    /// hours and the cap of Set-WeComRateLimit -PerHour hold it back, which never hold back what is critical.
    /// </summary>
    [Parameter]
    public AlertSeverity Severity { get; set; } = AlertSeverity.Warning;

    /// <summary>Where to look: the link at the end of the message, or what a click on the card opens. An http or https URL.</summary>
    [Parameter]
    [TextTransformation]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <summary>
    /// As what it is sent: Markdown, the default, which has colours and mentions members by user id; Card, which mentions nobody and needs
    /// -Url; Text, which has all mentions and can be read in WeChat. (service.md#message-types)
    /// </summary>
    [Parameter]
    public AlertFormat As { get; set; }

    /// <summary>The user ids of members to mention.</summary>
    [Parameter]
    [MentionTransformation]
    public string[]? Mention { get; set; }

    /// <summary>The mobile numbers of members to mention whose user id is not known. Needs -As Text.</summary>
    [Parameter]
    [MentionTransformation]
    public string[]? MentionMobile { get; set; }

    /// <summary>Mentions everybody in the group. Needs -As Text.</summary>
    [Parameter]
    public SwitchParameter MentionAll { get; set; }

    /// <summary>The alert as far as these parameters tell it.</summary>
    /// <param name="title">What is wrong.</param>
    /// <param name="key">What makes two alerts the same; null for the title.</param>
    /// <param name="mentionFrom">From which severity on members are mentioned.</param>
    private protected Alert CreateAlert(string title, string? key, AlertSeverity mentionFrom) => new()
    {
        // Both are kept in the state
        Title = WebhookAddress.Mask(title),
        Key = WebhookAddress.Mask(key ?? ""),
        Severity = Severity,
        Url = Url,
        Format = As,
        Mentions = new() { Users = Mention, Mobiles = MentionMobile, Everybody = MentionAll, From = mentionFrom },
    };

    /// <summary>Tells the robot's group that an alert fires, unless it need only be counted.</summary>
    private protected AlertReceipt Fire(RobotTarget robot, Alert alert) =>
        Run(robot, (target, options, stop) => Alerts.FireAsync(target, alert, options, stop));

    /// <summary>Tells the robot's group that an alert is over, if it was told that it fires.</summary>
    private protected AlertReceipt Resolve(RobotTarget robot, Alert alert) =>
        Run(robot, (target, options, stop) => Alerts.ResolveAsync(target, alert, options, stop));

    private protected void Report(AlertReceipt receipt)
    {
        WriteVerbose(CommandStrings.AlertReport.With(AlertText.Brief(receipt.Key), receipt.Robot, receipt.Status, receipt.Count));
        if (PassThru)
        {
            WriteObject(receipt);
        }
    }

    private AlertClient Alerts => _alerts ??= AlertClient.ForCurrentUser(FleetMembership.OpenOutbox);

    private AlertReceipt Run(RobotTarget robot, Func<AlertTarget, AlertOptions, CancellationToken, Task<AlertReceipt>> call)
    {
        var policy = Policy;
        if (policy == FailurePolicy.Outbox && robot.Name is null)
        {
            throw OutboxNeedsName();
        }

        var target = robot.ToAlertTarget(WriteWarning);
        return RunBlocking(robot, (options, stop) => call(target, new() { Delivery = options, OnFailure = policy, ExpiresAfter = ExpiresAfter }, stop));
    }
}
