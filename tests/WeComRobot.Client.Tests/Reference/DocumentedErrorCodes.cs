using Xunit;

namespace WeComRobot.Client.Tests.Reference;

/// <summary>
/// The codes of service.md#error-codes and service.md#other-codes, and the FAQ's two (service.md#group-chats). The official
/// page has no code but 0.
/// </summary>
internal static class DocumentedErrorCodes
{
    private static readonly int[] WebhookRefused = [93000, 93004, 93008];
    private static readonly int[] RateLimited = [45009, 45033];

    private static readonly int[] Refused =
    [
        40058, 40008, 44004, 44001, 301019, 40007, -1,
        40004, 40005, 40006, 40009, 40033, 40063, 41010, 41016, 45001, 45002, 45007, 45008, 301016, 301017,
        42027, 42028, 42029, 42030, 42031, 42033, 42035, 42036, 42042, 42044, 42045, 42050,
        301059, 90501,
    ];

    /// <summary>Each with its cause, which an error id is named after (architecture.md#errors-are-the-interface).</summary>
    public static TheoryData<int, FailureCause> All
    {
        get
        {
            var all = new TheoryData<int, FailureCause>();
            foreach (var (codes, cause) in new[]
            {
                (WebhookRefused, FailureCause.WebhookRefused), (RateLimited, FailureCause.RateLimited), (Refused, FailureCause.Refused),
            })
            {
                foreach (var code in codes)
                {
                    all.Add(code, cause);
                }
            }

            return all;
        }
    }

    /// <summary>0, a delivery, too.</summary>
    public static int[] Numbers => [0, .. WebhookRefused, .. RateLimited, .. Refused];

    public static TheoryData<int> Codes => [.. Numbers];

    /// <summary>What the service's errmsg begins with, as the documents have it.</summary>
    public static TheoryData<string, int> Messages => new()
    {
        { "ok", 0 },
        { "Warning: wrong json format.", 0 },
        { "invalid webhook url", 93000 },
        { "markdown.content exceed max length 4096", 40058 },
        { "markdown_v2.content exceed max length 4096", 40058 },
        { "text.content exceed max length 5120", 40058 },
        { "invalid param 'key'", 40058 },
        { "invalid message type", 40008 },
        { "empty content", 44004 },
        { "empty media data", 44001 },
        { "media md5 not match", 301019 },
        { "api freq out of limit", 45009 },
        { "api concurrent out of limit", 45033 },
        { "invalid media_id", 40007 },
        { "system busy", -1 },
        { "only support inner room", 301059 },
        { "chat is not external group chat", 90501 },
    };
}
