using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>The texts in two languages, as the page gets them.</summary>
public sealed partial class TextTests : SimulatorTest
{
    [Fact]
    public async Task Both_languages_have_the_same_texts_with_the_same_gaps()
    {
        var (english, chinese) = (await ReadAsync("en"), await ReadAsync("zh-CN"));
        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english, text => Assert.Equal(GapsOf(text.Value), GapsOf(chinese[text.Key])));
    }

    [Fact]
    public async Task Each_errcode_has_a_rule()
    {
        var codes = typeof(ErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (int)code.GetRawConstantValue()!);
        Assert.Superset(codes.Where(code => code != ErrorCode.Ok).Select(code => $"rule.{code}").ToHashSet(), (await ReadAsync("en")).Keys.ToHashSet());
    }

    private async Task<Dictionary<string, string>> ReadAsync(string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.BaseAddress, "texts.js"));
        request.Headers.Add("Accept-Language", language);
        var script = await (await Http.SendAsync(request)).Content.ReadAsStringAsync();
        var json = script[script.IndexOf('{')..(script.LastIndexOf('}') + 1)];
        return JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }

    private static IEnumerable<string> GapsOf(string text) => Gap().Matches(text).Select(gap => gap.Value).Distinct().Order();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Gap();
}
