using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Microsoft.PowerShell.Commands;
using WeComRobot.Errors;

namespace WeComRobot.Binding;

/// <summary>A path that the user gave, and the files that it names.</summary>
internal sealed class InputPath(string text, bool isLiteral)
{
    // The path of a drive matches none of these: at most one slash follows its colon
    private static readonly Regex Address = new("^(?:(?:https?|ftp|sftp|file)://|data:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What an error has as its target, so that it can be piped back to -Path; null for an address, which may hold a secret.</summary>
    private string? Target => Address.IsMatch(text) ? null : isLiteral ? EscapeWildcards(text) : text;

    /// <summary>The name of a file as -Path takes it: its wildcards are no pattern.</summary>
    public static string EscapeWildcards(string file) =>
        WildcardPattern.ContainsWildcardCharacters(file) ? WildcardPattern.Escape(file) : file;

    /// <summary>Does the work for one file after the other. A path or file that fails is one error.</summary>
    /// <param name="cmdlet">The cmdlet that resolves the paths and reports the errors.</param>
    /// <param name="path">Paths whose wildcards are expanded.</param>
    /// <param name="literalPath">Paths without wildcards.</param>
    /// <param name="work">The work, which takes the file's path.</param>
    public static void ForEachFile(PSCmdlet cmdlet, string[] path, string[] literalPath, Action<string> work)
    {
        foreach (var input in path.Select(p => new InputPath(p, isLiteral: false)).Concat(literalPath.Select(p => new InputPath(p, isLiteral: true))))
        {
            cmdlet.ReportFailures(input.Target, () =>
            {
                foreach (var file in input.Resolve(cmdlet))
                {
                    cmdlet.ReportFailures(EscapeWildcards(file), () => work(file));
                }
            });
        }
    }

    /// <summary>The files, as the file system knows them.</summary>
    /// <exception cref="WeComException">FileNotFound: no such file, or not a path of the file system. InvalidMedia: an address.</exception>
    private IEnumerable<string> Resolve(PSCmdlet cmdlet) =>
        Address.Match(text) is { Success: true } address
            ? throw new WeComException(FailureCause.InvalidMedia, CommandStrings.AddressNotFile.With(address.Value + "…"), CommandStrings.AddressNotFileRemedy)
            : isLiteral ? [ResolveLiteral(cmdlet, text)] : ResolveWildcards(cmdlet, text);

    private static string ResolveLiteral(PSCmdlet cmdlet, string path)
    {
        try
        {
            var resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return IsFileSystem(provider) ? resolved : throw NotAFile(path);
        }
        catch (RuntimeException)
        {
            throw NotAFile(path);
        }
    }

    private static IEnumerable<string> ResolveWildcards(PSCmdlet cmdlet, string path)
    {
        try
        {
            var resolved = cmdlet.GetResolvedProviderPathFromPSPath(path, out var provider);
            return IsFileSystem(provider) && resolved.Count > 0 ? resolved : throw NotAFile(path);
        }
        catch (ItemNotFoundException) when (IsDevice(path))
        {
            // The device exists, and opening it reports that it is not a file
            return [ResolveLiteral(cmdlet, path)];
        }
        catch (RuntimeException)
        {
            throw NotAFile(path);
        }
    }

    /// <summary>Whether it is a device of Windows, such as NUL or CON, which PowerShell does not find.</summary>
    private static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal);

    private static bool IsFileSystem(ProviderInfo provider) => provider.ImplementingType == typeof(FileSystemProvider);

    private static WeComException NotAFile(string path) =>
        new(FailureCause.FileNotFound, CommandStrings.NoSuchFile.With(path), ErrorIds.RemedyFor(FailureCause.FileNotFound));
}
