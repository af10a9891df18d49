using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Robots;

namespace WeComRobot.Commands;

/// <summary>
/// Gives a robot a name, for this process and all its runspaces, or with -Persist for this user. The key stays in memory, or
/// better in a vault: then only a reference to it is kept. (service.md#the-webhook)
/// </summary>
[Cmdlet(VerbsLifecycle.Register, "WeComRobot", DefaultParameterSetName = SecretSet, SupportsShouldProcess = true)]
[OutputType(typeof(RobotInfo))]
public sealed class RegisterWeComRobotCommand : WeComCommand
{
    private const string SecretSet = "Secret";
    private const string WebhookSet = "Webhook";

    /// <summary>The name: letters, digits, '-', '_' and '.', up to 64. Registering it again replaces the robot. Case does not count.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public string Name { get; set; } = "";

    /// <summary>
    /// The secret of Microsoft.PowerShell.SecretManagement that holds the webhook's URL or key; for a pool, several, one per line.
    /// It is read when the robot is first used.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? SecretName { get; set; }

    /// <summary>The vault of the secret. Defaults to any registered one.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? Vault { get; set; }

    /// <summary>
    /// The webhook's URL or key, also as a SecureString. Several robots of one group make a pool: each message goes by the one
    /// whose rate window is free soonest, 20 a minute each. Plain text at a prompt stays in the shell's own history: prefer
    /// -SecretName. (service.md#rate-limit)
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = WebhookSet)]
    [RobotTransformation]
    public RobotArgument[] Webhook { get; set; } = [];

    /// <summary>Makes it the robot that is used when no robot is named.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <summary>
    /// What stands in place of https://qyapi.weixin.qq.com, with or without a path of its own: a private deployment, or a reverse
    /// proxy. The API's path, /cgi-bin/webhook/send, follows.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [UrlTransformation]
    public Uri? BaseUri { get; set; }

    /// <summary>The proxy, such as http://proxy.example.com:8080. Defaults to the system's.</summary>
    [Parameter]
    [ValidateNotNull]
    [UrlTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>The user name and password for the proxy; never written to disk.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>How many messages a minute the robot takes, 1 to 1000. Defaults to the limit for all robots, 20 unless it was changed. (service.md#rate-limit)</summary>
    [Parameter]
    [ValidateRange(1, WeComRobot.RateLimiting.RateLimit.MaxMessages)]
    public int? RateLimit { get; set; }

    /// <summary>
    /// When the group is left in peace: times of day such as '22:00-07:00', which may go past midnight, and days such as 'Sat' or
    /// 'Mon-Fri'. Alerts below Critical, and messages that are sent with -RespectQuietHours, then wait in the outbox.
    /// (about_WeComReliability)
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? QuietHours { get; set; }

    /// <summary>The time zone of -QuietHours, such as Asia/Shanghai; on Windows also China Standard Time. Defaults to the machine's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Allows plain http to another machine: everybody on the way can then read the key.</summary>
    [Parameter]
    public SwitchParameter AllowHttp { get; set; }

    /// <summary>Keeps the name, the reference to the secret and the settings, but never a key, in a file of this user for later processes. Needs -SecretName.</summary>
    [Parameter]
    public SwitchParameter Persist { get; set; }

    /// <summary>Writes the robot as it was registered.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IEnumerable<string?> Secrets => [RobotName.SecretIn(Name), .. RobotArgument.SecretsIn(Webhook)];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        this.ReportFailures(RobotName.Show(Name), () =>
        {
            var robot = ReadProfile();
            if (ShouldProcess(robot.Name, CommandStrings.RegisterAction))
            {
                RobotRegistry.Shared.Register(robot, WriteWarning);
                if (PassThru)
                {
                    WriteObject(RobotInfo.From(robot));
                }
            }
        });
    }

    private RobotProfile ReadProfile()
    {
        var robot = new RobotProfile
        {
            Name = Name,
            SecretName = SecretName,
            Vault = Vault,
            BaseUri = BaseUri,
            Proxy = Proxy,
            ProxyCredential = ProxyCredential.ToClient(),
            RateLimit = RateLimit,
            QuietHours = QuietHours is null ? null : string.Join(", ", QuietHours),
            TimeZone = TimeZone,
            AllowHttp = AllowHttp,
            IsDefault = Default,
            IsPersisted = Persist,
        };
        robot.Check();
        return ParameterSetName == SecretSet ? robot : robot with { Pool = robot.ParseWebhooks(Webhook.Select(argument => argument.Webhook)) };
    }
}
