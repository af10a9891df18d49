using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Reference;

/// <summary>The codes of server-behaviour.md, "Error codes on the robot endpoints": its table, then its list of the official table.</summary>
internal static class DocumentedErrorCodes
{
    private static readonly int[] WebhookRefused = [93000, 93004, 93008];
    private static readonly int[] RateLimited = [45009, 45033];

    private static readonly int[] Refused =
    [
        40058, 40008, 44004, 44001, 301019, 40007, -1,
        40004, 40005, 40006, 40009, 40033, 40063, 41010, 41016, 45001, 45002, 45007, 45008, 301016, 301017,
        42027, 42028, 42029, 42030, 42031, 42033, 42035, 42036, 42042, 42044, 42045, 42050,
    ];

    /// <summary>Each with the cause that DESIGN, "The cmdlets", names an error id after.</summary>
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

    public static TheoryData<int> Codes => [.. WebhookRefused.Concat(RateLimited).Concat(Refused)];
}
