using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

// Stands in for dotnet.exe, which no NuGet package contains: runs the DLL that is its first argument.
var dll = Path.GetFullPath(args[0]);
var resolver = new AssemblyDependencyResolver(dll);
AssemblyLoadContext.Default.Resolving += (context, name) =>
    resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
var main = AssemblyLoadContext.Default.LoadFromAssemblyPath(dll).EntryPoint!;
return main.Invoke(null, [args.Skip(1).ToArray()]) is int exitCode ? exitCode : 0;
