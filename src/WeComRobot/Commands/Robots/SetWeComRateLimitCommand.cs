using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fleet;
using WeComRobot.RateLimiting;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>
/// Sets how many messages are sent to a robot within what time, for a private deployment or to leave room for other senders. It
/// does not change what the service takes. With -Redis, it makes this process share rate windows, media ids and the outbox with other
/// machines. (service.md#rate-limit; architecture.md#fleet)
/// </summary>
[Cmdlet(VerbsCommon.Set, "WeComRateLimit", DefaultParameterSetName = LimitSet, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetWeComRateLimitCommand : WeComCommand
{
    private const string LimitSet = "Limit";
    private const string FleetSet = "Fleet";
    private const string AlertSet = "Alert";

    private RateLimitScope? _scope;
    private bool _isDeclined;

    /// <summary>How many messages, 1 to 1000; the service takes 20 a minute. With -Redis, it may be left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = LimitSet)]
    [Parameter(Position = 0, ParameterSetName = FleetSet)]
    [ValidateRange(1, RateLimit.MaxMessages)]
    public int Limit { get; set; }

    /// <summary>Within how many seconds, more than 0 and at most 3600. Defaults to 60.</summary>
    [Parameter(Position = 1, ParameterSetName = LimitSet)]
    [Parameter(Position = 1, ParameterSetName = FleetSet)]
    [ValidateRange(0.001, RateLimit.MaxWindowSeconds)]
    public double WindowSec { get; set; } = RateLimit.Official.Window.TotalSeconds;

    /// <summary>
    /// Process, the default: for this process, where it overrides the others' limits. Machine: for all processes that share the
    /// state folder, from now on. Fleet, the default with -Redis: for all machines of the fleet, which this process must have joined, by
    /// -Redis or by the environment variable WECOM_REDIS.
    /// </summary>
    [Parameter(ParameterSetName = LimitSet)]
    [Parameter(ParameterSetName = FleetSet)]
    public RateLimitScope Scope
    {
        get => _scope ?? (Redis is null ? RateLimitScope.Process : RateLimitScope.Fleet);
        set => _scope = value;
    }

    /// <summary>
    /// The Redis of the fleet to join, until the end of the process: servers and options of StackExchange.Redis with commas between them,
    /// as redis.example.com:6380,ssl=true,user=wecom,password=…, also as a SecureString. keyPrefix= names a fleet of its own within that
    /// Redis. The password is never shown, but what is typed at a prompt stays in the shell's own history: prefer -RedisSecretName.
    /// (about_WeComReliability)
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FleetSet)]
    [RedisTransformation]
    public RedisArgument? Redis { get; set; }

    /// <summary>The secret of Microsoft.PowerShell.SecretManagement that holds the password, in place of one in -Redis.</summary>
    [Parameter(ParameterSetName = FleetSet)]
    [ValidateNotNullOrEmpty]
    public string? RedisSecretName { get; set; }

    /// <summary>The vault of the secret. Defaults to any registered one.</summary>
    [Parameter(ParameterSetName = FleetSet)]
    [ValidateNotNullOrEmpty]
    public string? Vault { get; set; }

    /// <summary>
    /// How many messages about alerts a robot sends in an hour, for all processes of this user, from now on; 0 lifts the cap. Beyond it,
    /// alerts below critical are counted, and told in one message by the next Send-WeComAlert, Watch-WeComCommand or Send-WeComOutbox
    /// after the hour. (architecture.md#alerts)
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AlertSet)]
    [ValidateRange(0, int.MaxValue)]
    public int PerHour { get; set; }

    /// <summary>
    /// The robots that the limit is for: names, webhook URLs or keys (also as a SecureString), or the output of Get-WeComRobot.
    /// Defaults to all that have no limit of their own. Required with -PerHour.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = LimitSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = FleetSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = AlertSet)]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument[]? Robot { get; set; }

    private protected override IEnumerable<string?> Secrets => [.. RobotArgument.SecretsIn(Robot), .. Redis?.Secrets ?? []];

    private protected override bool UsesFleet => Redis is null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == AlertSet)
        {
            SetCap();
            return;
        }

        if (_isDeclined || !MyInvocation.BoundParameters.ContainsKey(nameof(Limit)))
        {
            return;
        }

        var limit = new RateLimit(Limit, TimeSpan.FromSeconds(WindowSec));
        var action = CommandStrings.SetLimitAction.With(limit.Messages, WindowSec, Scope);
        if (Robot is not null)
        {
            new RobotResolver(this, allowHttp: true).ForEach(Robot, robot =>
            {
                foreach (var member in robot.Pool.Robots.Where(member => ShouldProcess(member.ToString(), action)))
                {
                    RobotClient.Shared.SetRateLimit(limit, Scope, member);
                }
            });
        }
        else if (ShouldProcess(CommandStrings.AllRobots, action))
        {
            SetForAll(limit);
        }
    }

    private protected override void Begin()
    {
        try
        {
            if (Redis is not null)
            {
                CheckCombination(Redis);
                Join(new(Redis.Text, RedisSecretName is null ? null : SecretReader.Read(this, RedisSecretName, Vault, Unreadable).TrimEnd('\r', '\n')));
            }
            else if (Scope == RateLimitScope.Fleet)
            {
                FleetMembership.Require();
            }
        }
        catch (WeComException failure)
        {
            // Without a fleet no input can succeed
            ThrowTerminatingError(ErrorRecords.Create(failure, null));
        }
    }

    private void Join(FleetSettings settings)
    {
        var fleet = FleetMembership.Read(settings);
        if (!ShouldProcess(fleet.Name, CommandStrings.JoinFleetAction))
        {
            // The limit would go to another fleet, or to none. With -WhatIf it goes nowhere anyway, and is shown
            _isDeclined = !LanguagePrimitives.IsTrue(MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? given : GetVariableValue("WhatIfPreference"));
        }
        else if (RunBlocking(() => FleetMembership.Join(settings)) is { } warning)
        {
            WriteWarning(warning);
        }
    }

    private void CheckCombination(RedisArgument redis)
    {
        var wrong = Scope != RateLimitScope.Fleet ? CommandStrings.ScopeNotFleet.With(Scope)
            : Vault is not null && RedisSecretName is null ? CommandStrings.VaultWithoutSecret
            : RedisSecretName is not null && redis.HasPassword ? CommandStrings.TwoPasswords
            : null;
        if (wrong is not null)
        {
            throw new WeComException(FailureCause.InvalidFleet, wrong, CommandStrings.FleetArgumentRemedy);
        }
    }

    private void SetCap() => new RobotResolver(this, allowHttp: true).ForEach(Robot, robot =>
    {
        var target = robot.ToAlertTarget(WriteWarning);
        if (ShouldProcess(target.Identity, PerHour == 0 ? CommandStrings.LiftCapAction : CommandStrings.SetCapAction.With(PerHour)))
        {
            AlertSelection.Client.SetCap(target, PerHour == 0 ? null : PerHour);
        }
    });

    private void SetForAll(RateLimit limit)
    {
        this.ReportFailures(null, () =>
        {
            RobotClient.Shared.SetRateLimit(limit, Scope);
        });
    }

    private WeComException Unreadable(string reason, string remedy) =>
        new(FailureCause.InvalidFleet, CommandStrings.RedisSecretUnreadable.With(RedisSecretName, reason), remedy);
}
