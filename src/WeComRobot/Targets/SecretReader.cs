using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using WeComRobot.Objects;

namespace WeComRobot.Targets;

/// <summary>Reads a secret from the vault that keeps it, through Microsoft.PowerShell.SecretManagement.</summary>
internal static class SecretReader
{
    // A secret without a vault's name may be in any. The warning that there is none would say the same as our error
    private const string Script =
        "param($name, $vault) " +
        "$of = if ($vault) { @{ Vault = $vault } } else { @{} }; " +
        "Microsoft.PowerShell.SecretManagement\\Get-Secret -Name $name @of -ErrorAction Stop -WarningAction Ignore";

    /// <param name="cmdlet">The cmdlet that needs the secret.</param>
    /// <param name="name">The secret's name.</param>
    /// <param name="vault">Its vault. Defaults to any.</param>
    /// <param name="unreadable">Makes an error of the reason and the remedy: the module, the vault or the secret is missing, or cannot be read.</param>
    public static string Read(PSCmdlet cmdlet, string? name, string? vault, Func<string, string, WeComException> unreadable)
    {
        try
        {
            var found = cmdlet.InvokeCommand.InvokeScript(Script, true, PipelineResultTypes.None, null, name, vault);
            var secret = BaseObject.Unwrap(found.FirstOrDefault());
            return GivenText.Of(secret) ?? throw unreadable(CommandStrings.SecretWrongType.With(secret?.GetType()), CommandStrings.SecretRemedy);
        }
        catch (CommandNotFoundException)
        {
            throw unreadable(CommandStrings.SecretModuleMissing, CommandStrings.SecretModuleRemedy);
        }
        catch (RuntimeException e)
        {
            // -ErrorAction Stop puts its own words around the error
            throw unreadable((e.ErrorRecord?.Exception ?? e).Message.Trim().TrimEnd('.') + ".", CommandStrings.SecretRemedy);
        }
    }
}
