using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.App.Tests.Advice;

/// <summary>What the page says of requests that are refused for something else than their message, and of uploads.</summary>
public sealed partial class RefusedRequestTests
{
    private const string Voice = "A voice must be AMR: convert the recording, or send it as a file.";
    private const string VoiceInChinese = "语音仅支持 AMR 格式：请转换录音，或作为文件发送。";

    public static TheoryData<string, int, string?, string?, string?, string?> Rows => new()
    {
        {
            "a key that is unknown", 93000,
            "The key of the webhook is unknown, or the robot was removed from its group.", "Use one of the webhook addresses on this page.",
            "webhook 地址里的 key 无效，或机器人已被移出群。", "请使用本页列出的 Webhook 地址。"
        },
        { "a GET", 43002, "Only POST is accepted.", null, "只接受 POST 请求。", null },
        {
            "a message too many", 45009,
            "A robot can send at most 1 messages in 60 seconds.", "Send it again when there is a slot. The module waits for one by itself.",
            "每个机器人每 60 秒最多 1 条消息。", "有空位时再发；用模块发送会自动等待。"
        },
        {
            "too many messages at once", 45033,
            "A robot can have at most about 25 requests at the same time.", "Send one message after the other, as the module does.",
            "同一机器人最多约 25 个并发请求。", "请逐条发送，模块就是这样做的。"
        },
        {
            "a body of 21 MiB", 45002,
            "The request body is too large.", "Shorten the content: text 2048, Markdown 4096 UTF-8 bytes.",
            "请求体过大。", "缩短内容：text 最长 2048 个 UTF-8 字节，markdown 最长 4096 个。"
        },
        {
            "a message in GBK", 44004,
            "The body must be UTF-8, and byte 39 is not. Read as GBK, the text there is: 中",
            "Send UTF-8 without a byte order mark. In PowerShell, send bytes rather than a string: Invoke-RestMethod $url -Method Post -ContentType 'application/json' -Body ([Text.Encoding]::UTF8.GetBytes($json))",
            "请求体必须是 UTF-8 编码，从第 39 个字节起不是。按 GBK 解码，这里是：中",
            "用 UTF-8（不带 BOM）发送。在 PowerShell 里要发送字节，不要直接发送字符串：Invoke-RestMethod $url -Method Post -ContentType 'application/json' -Body ([Text.Encoding]::UTF8.GetBytes($json))"
        },
        {
            "a form", 40008,
            "The service takes JSON, not a form: the body must be the JSON of the message, without a name such as payload= before it.",
            "Send the JSON of the message as the body. In PowerShell: Invoke-RestMethod $url -Method Post -ContentType 'application/json' -Body ([Text.Encoding]::UTF8.GetBytes($json))",
            "服务只接受 JSON，不接受表单：请求体必须就是消息的 JSON，前面不能有 payload= 之类的名字。",
            "把消息的 JSON 作为请求体发送。在 PowerShell 里：Invoke-RestMethod $url -Method Post -ContentType 'application/json' -Body ([Text.Encoding]::UTF8.GetBytes($json))"
        },
        {
            "an upload with a key that is unknown", 40058,
            "The key of the webhook is unknown, or the robot was removed from its group.", "Use one of the webhook addresses on this page.",
            "webhook 地址里的 key 无效，或机器人已被移出群。", "请使用本页列出的 Webhook 地址。"
        },
        {
            "an upload of another type", 40005,
            "The type of an upload must be file or voice.", "Upload as 'file' or 'voice'.",
            "上传时 type 只能是 file 或 voice。", "用 file 或 voice 上传。"
        },
        {
            "an upload with a quoted boundary", 44001,
            "There is no file in the request: the form cannot be read, its boundary is quoted, or it has no filename.",
            "Send the file as curl -F media=@report.xlsx does, or with Send-WeComFile.",
            "请求里没有文件：表单无法解析，boundary 带引号，或缺少 filename。", "请像 curl -F media=@report.xlsx 那样上传，或使用 Send-WeComFile。"
        },
        {
            "a file of 5 bytes", 40006,
            "A file must be larger than 5 bytes.", "A file must be larger than 5 bytes and at most 20 MiB, a voice at most 2 MiB.",
            "文件必须大于 5 字节。", "文件须大于 5 个字节，普通文件不超过 20M，语音不超过 2M。"
        },
        {
            "a file of 21 MiB", 45001,
            "A file must not be larger than 20 MB, a voice message not larger than 2 MB.", "A file may have at most 20 MiB, a voice at most 2 MiB.",
            "普通文件最大 20 MB，语音最大 2 MB。", "普通文件不超过 20M，语音不超过 2M：请压缩或拆分文件。"
        },
        {
            "a voice of 61 seconds", 45007,
            "A voice message lasts at most 60 seconds.", "A voice may play at most 60 seconds: shorten it, or send it as a file.",
            "语音最长 60 秒。", "语音播放长度不超过 60 秒：请截短，或作为文件发送。"
        },
        { "a voice in MP3", 301016, "A voice message must be in AMR format.", Voice, "语音必须是 AMR 格式。", VoiceInChinese },
        { "a broken voice", 301017, "The voice message is AMR that cannot be read.", Voice, "AMR 语音无法读取。", VoiceInChinese },
        {
            "a fault of -1", -1,
            "The system is busy; the message is not the cause.", "Send again in a few seconds, at most 3 times.",
            "系统繁忙，与消息内容无关。", "几秒后重发，重试不超过 3 次。"
        },
        {
            "a fault of 45009", 45009,
            "A robot can send at most 1 messages in 60 seconds.",
            "Send again in a minute. Other senders share this robot: give this one a robot of its own, or send less.",
            "每个机器人每 60 秒最多 1 条消息。", "一分钟后重发。该机器人还有其他发送方：请为本发送方单独添加机器人，或减少发送。"
        },
        { "a fault of 93004", 93004, null, "Start the robot again in WeCom, or use another one.", null, "在企业微信中重新启用机器人，或使用别的机器人。" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_told_what_is_wrong_and_what_to_do(string name, int errcode, string? rule, string? remedy, string? ruleInChinese, string? remedyInChinese)
    {
        await using var requests = await RefusedRequests.StartAsync();
        await requests.SendAsync(name);
        foreach (var (language, verdict) in new[] { ("en", new Verdict(rule, remedy)), ("zh", new Verdict(ruleInChinese, remedyInChinese)) })
        {
            var refusal = (await requests.ReadLastAsync(language))["refusal"]!;
            Assert.Equal((errcode, verdict), ((int)refusal["errcode"]!, Verdict.Read(refusal)));
        }
    }

    [Fact]
    public async Task Every_errcode_that_has_a_rule_is_in_one_of_the_tables()
    {
        await using var server = await SimulatorServer.StartAsync(new());
        using var http = new HttpClient();
        var texts = await http.GetStringAsync(new System.Uri(server.BaseAddress, "texts.js"));
        var rules = ErrcodeRule().Matches(texts).Select(match => int.Parse(match.Groups[1].Value));
        var rows = Rows.Select(row => (int)((object[])row)[1]);
        Assert.Empty(rules.Except(rows.Concat(RefusedMessage.All.Select(message => message.Errcode))));
    }

    [GeneratedRegex(@"""rule\.(-?\d+)"":")]
    private static partial Regex ErrcodeRule();
}
