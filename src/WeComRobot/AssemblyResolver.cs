using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;

namespace WeComRobot;

/// <summary>
/// Windows PowerShell has no binding redirects for modules. This finds the DLLs that lie beside this one, and no others
/// (architecture.md#no-third-party-dll).
/// </summary>
public sealed class AssemblyResolver : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(AssemblyResolver).Assembly.Location)!;

    /// <inheritdoc/>
    public void OnImport() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        // Requests of other modules are not ours to answer
        var isOurs = request.RequestingAssembly is { IsDynamic: false } asking && Path.GetDirectoryName(asking.Location) == Folder;
        var file = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return isOurs && File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
