using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Live;

/// <summary>The simulator answers each probe as listed. Compare-WeComService.ps1 asks the real service.</summary>
public sealed class ProbeTests : SimulatorTest
{
    private static readonly string[] DocumentedSuffixes = ["hint", "from ip", "more info at"];

    private readonly Dictionary<string, string> _mediaIds = [];

    public static TheoryData<string> Ids => [.. Probe.All.Select(probe => probe.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_simulator_answers_as_listed(string id)
    {
        var probe = Probe.Find(id);
        await PrepareAsync(probe);
        var before = Server.Messages.Count;

        var answer = await AskAsync(probe);

        var (text, suffixes) = Split(answer.ErrMsg);
        Assert.Equal((probe.ErrCode, probe.ErrorText), (answer.ErrCode, text));
        Assert.Equal(probe.ErrCode == 0 ? [] : probe.Suffixes ?? DocumentedSuffixes, suffixes);
        Assert.Equal(probe.IsSeenByMembers ? 1 : 0, Server.Messages.Count - before);
        if (probe.Fields is { } fields)
        {
            var actual = answer.Json.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.ValueKind.ToString().ToLowerInvariant());
            Assert.Equal(fields, actual);
        }
    }

    private async Task PrepareAsync(Probe probe)
    {
        foreach (var upload in probe.Uploads)
        {
            _mediaIds[upload] = (await AskAsync(Probe.Find(upload))).Field("media_id");
        }

        for (var i = 0; i < probe.After?.Times; i++)
        {
            await AskAsync(Probe.Find(probe.After.Id));
        }
    }

    private async Task<Envelope> AskAsync(Probe probe)
    {
        var key = probe.Key ?? Key;
        string[] query = [key.Length > 0 ? $"key={key}" : "", probe.Query];
        var address = $"cgi-bin/webhook/{probe.Path}?{string.Join('&', query.Where(parameter => parameter.Length > 0))}";
        using var request = new HttpRequestMessage(new HttpMethod(probe.Method), new Uri(Server.BaseAddress, address));
        if (probe.Method != "GET")
        {
            request.Content = new ByteArrayContent(probe.GetBytes(_mediaIds));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", probe.ContentType);
        }

        return await ReadAsync(await Http.SendAsync(request));
    }

    // <text>, hint: [..], from ip: .., more info at ..
    private static (string Text, string[] Suffixes) Split(string message)
    {
        var found = DocumentedSuffixes.Where(suffix => message.Contains($", {suffix}", StringComparison.Ordinal)).ToArray();
        var end = found.Length == 0 ? message.Length : message.IndexOf($", {found[0]}", StringComparison.Ordinal);
        return (message[..end], found);
    }
}
