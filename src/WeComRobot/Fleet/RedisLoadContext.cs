using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace WeComRobot.Fleet;

/// <summary>
/// Keeps the libraries for Redis apart from other versions of them that PowerShell or its modules loaded
/// (architecture.md#no-third-party-dll). What is not in its folder, as WeComRobot.Client and .NET itself, it shares with everybody.
/// </summary>
/// <param name="folder">The folder of these libraries.</param>
internal sealed class RedisLoadContext(string folder) : AssemblyLoadContext("WeComRobot.Redis")
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
