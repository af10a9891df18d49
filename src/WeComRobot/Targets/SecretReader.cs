using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Security;
using WeComRobot.Objects;
using WeComRobot.Robots;

namespace WeComRobot.Targets;

/// <summary>Reads a robot's webhook from the vault that keeps it, through Microsoft.PowerShell.SecretManagement.</summary>
internal static class SecretReader
{
    // A secret without a vault's name may be in any. The warning that there is none would say the same as our error
    private const string Script =
        "param($name, $vault) " +
        "$of = if ($vault) { @{ Vault = $vault } } else { @{} }; " +
        "Microsoft.PowerShell.SecretManagement\\Get-Secret -Name $name @of -ErrorAction Stop -WarningAction Ignore";

    /// <exception cref="WeComException">RobotNotFound: the module, the vault or the secret is missing, or cannot be read.</exception>
    public static string Read(PSCmdlet cmdlet, RobotProfile robot)
    {
        try
        {
            var found = cmdlet.InvokeCommand.InvokeScript(Script, true, PipelineResultTypes.None, null, robot.SecretName, robot.Vault);
            return TextOf(BaseObject.Unwrap(found.FirstOrDefault()), robot);
        }
        catch (CommandNotFoundException)
        {
            throw Unreadable(robot, CommandStrings.SecretModuleMissing, CommandStrings.SecretModuleRemedy);
        }
        catch (RuntimeException e)
        {
            // -ErrorAction Stop puts its own words around the error
            throw Unreadable(robot, (e.ErrorRecord?.Exception ?? e).Message.Trim().TrimEnd('.') + ".", CommandStrings.SecretRemedy);
        }
    }

    private static string TextOf(object? secret, RobotProfile robot) => secret switch
    {
        string text => text,
        SecureString text => new NetworkCredential("", text).Password,
        _ => throw Unreadable(robot, CommandStrings.SecretWrongType.With(secret?.GetType()), CommandStrings.SecretRemedy),
    };

    private static WeComException Unreadable(RobotProfile robot, string reason, string remedy) =>
        new(FailureCause.RobotNotFound, CommandStrings.SecretUnreadable.With(robot.SecretText, robot.Name, reason), remedy);
}
