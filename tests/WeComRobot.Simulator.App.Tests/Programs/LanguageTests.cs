using System.Diagnostics;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.App.Tests.Programs;

/// <summary>The languages of the program: how it is built decides whether it finds the module's texts.</summary>
public sealed class LanguageTests
{
    [FactWith("dotnet")]
    public async Task The_module_s_advice_is_in_the_language_of_the_page()
    {
        using var process = Tool.Start(Tool.Find("dotnet")!, typeof(CommandLine).Assembly.Location);
        try
        {
            var root = (await process.StandardOutput.ReadLineAsync())!["listening on ".Length..];
            Assert.Contains("谁也提醒不到", await CheckAsync(root, "zh-CN"));
            Assert.Contains("mentions nobody", await CheckAsync(root, "en"));
        }
        finally
        {
            process.Kill();
        }
    }

    [FactWith("dotnet")]
    public async Task Without_cultures_the_page_has_its_texts_and_English_advice()
    {
        using var process = Process.Start(new ProcessStartInfo(Tool.Find("dotnet")!, [typeof(CommandLine).Assembly.Location])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = "1" },
        })!;
        try
        {
            var root = (await process.StandardOutput.ReadLineAsync())!["listening on ".Length..];
            using var http = new HttpClient();
            Assert.Contains("<html lang=\"zh-CN\">", await http.GetStringAsync(root));
            Assert.Contains("mentions nobody", await CheckAsync(root, "zh-CN"));
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string> CheckAsync(string root, string language)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var content = new StringContent("""{"msgtype":"markdown","markdown":{"content":"<@all>"}}""");
        return await (await http.PostAsync($"{root}/simulator/check", content)).Content.ReadAsStringAsync();
    }
}
