using System;
using System.Text;
using System.Text.Json.Nodes;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>Client writes and reads every sample of the official page.</summary>
public class SampleTests
{
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Records_are_written_as_the_sample(string name) =>
        AssertIsSample(name, SampleMessages.Build(name));

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void A_parsed_sample_is_written_as_it_was(string name) =>
        AssertIsSample(name, MessageJson.Parse(Sample.Read(name)));

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void A_parsed_sample_has_its_msgtype(string name) =>
        Assert.Equal(JsonNode.Parse(Sample.Read(name))!["msgtype"]!.GetValue<string>(), MessageJson.Parse(Sample.Read(name)).MessageType);

    private static void AssertIsSample(string name, Message message)
    {
        var written = Encoding.UTF8.GetString(MessageJson.ToUtf8(message));
        var isSample = JsonNode.DeepEquals(JsonNode.Parse(Sample.Read(name)), JsonNode.Parse(written));
        Assert.True(isSample, $"{name}:{Environment.NewLine}{written}");
    }
}
