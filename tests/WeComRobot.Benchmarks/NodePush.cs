using System;
using System.Diagnostics;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>The npm package that most people push to WeCom with.</summary>
internal static class NodePush
{
    /// <summary>The package, in the version that is measured.</summary>
    public const string Package = "push-all-in-one@4.5.2";

    // The package knows one address, the service's, so an interceptor of its HTTP client puts another one in its place
    private const string Script = """
        import axios from 'axios';
        import { WechatRobot } from 'push-all-in-one';
        axios.interceptors.request.use(request => Object.assign(request, { url: process.argv[1], params: {} }));
        const { data } = await new WechatRobot({ WECHAT_ROBOT_KEY: 'key' }).send('磁盘将满');
        if (data.errcode !== 0) throw new Error(data.errmsg);
        """;

    /// <summary>Installs the package.</summary>
    /// <returns>How to send one text with it; null without Node, npm or its registry.</returns>
    public static ProcessStartInfo? Install(string folder, Uri webhook) =>
        Tool.Find("node") is { } node && Tool.Find("npm") is { } npm && Tool.Succeeds(npm, "install", "--prefix", folder, Package)
            ? new(node, ["--input-type=module", "-e", Script, webhook.AbsoluteUri]) { WorkingDirectory = folder }
            : null;
}
