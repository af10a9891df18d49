using System.Management.Automation;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>A proxy's credential as the library takes it.</summary>
internal static class ProxyCredentials
{
    public static ProxyCredential? ToClient(this PSCredential? credential) =>
        credential is null ? null : new(credential.UserName, credential.GetNetworkCredential().Password);
}
