#if NETFRAMEWORK
namespace System.Runtime.CompilerServices;

/// <summary>The compiler needs this type for init accessors; net472 lacks it.</summary>
internal static class IsExternalInit;
#endif
