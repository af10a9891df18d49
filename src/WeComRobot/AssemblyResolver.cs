using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;

namespace WeComRobot;

/// <summary>
/// Windows PowerShell has no binding redirects for modules: this finds the DLLs that lie beside this one, and answers for
/// no others (DESIGN, decision 2).
/// </summary>
public sealed class AssemblyResolver : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(AssemblyResolver).Assembly.Location)!;

    /// <inheritdoc/>
    public void OnImport() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo module) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        // Only for requests that our own DLLs make
        if (request.RequestingAssembly is { } asking && Path.GetDirectoryName(asking.Location) != Folder)
        {
            return null;
        }

        var file = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
