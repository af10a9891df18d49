using System;
using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests;

/// <summary>Keys in the form of the official page, and the rule that none is ever shown.</summary>
internal static class Keys
{
    public const string First = "693a91f6-7abc-4bc4-97a0-0ec2aifa5aaa";
    public const string Second = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";

    /// <summary>Neither a key nor its long first or last group stands in the text, in whatever letter case.</summary>
    public static void AssertAbsent(string text)
    {
        foreach (var group in new[] { First, Second }.SelectMany(key => new[] { key[..8], key[^12..] }))
        {
            Assert.DoesNotContain(group, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>No text of the error shows a key, and nothing beneath it can.</summary>
    public static void AssertAbsent(WeComException error)
    {
        Assert.Null(error.InnerException);
        AssertAbsent(error.ToString());
        AssertAbsent(Members.TextOf(error));
    }
}
